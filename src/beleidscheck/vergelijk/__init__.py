"""Kaders naast elkaar: wat een nieuwe versie verandert, wat dat voor scholen betekent, en of één beleid aan meer kaders kan voldoen."""
