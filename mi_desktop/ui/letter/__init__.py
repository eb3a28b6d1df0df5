"""Letters: the list, and one letter from its first block to its signature."""

from mi_desktop.ui.letter.screen import LetterScreen

__all__ = ["LetterScreen"]
