"""Inquiries: the list, and one inquiry with its mail, its record and its path."""

from mi_desktop.ui.inquiry.screen import InquiryScreen

__all__ = ["InquiryScreen"]
