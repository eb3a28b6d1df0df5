"""The outbox: print batches, the e-mail queue, hand-offs that nobody acknowledged yet."""

from mi_desktop.ui.outbox.screen import OutboxScreen

__all__ = ["OutboxScreen"]
