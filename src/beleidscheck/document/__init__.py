"""Compose: van beleid of rapport naar blokken, gewone waarden zonder formaat."""
