"""beleidscheck toetst het aanwezigheidsbeleid van een school aan normenkaders."""

__version__ = "0.1.0"
