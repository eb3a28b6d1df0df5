"""The office itself: who works here, its keys, what it keeps and proves. One tab each.

A tab is a `Screen` of its own (`arrived`, `show_record`, `act`, `button` as everywhere) and one
line in `tabs.OFFICE_TABS`: its key, its title, the permission without which it is not shown (None:
everybody sees it) and its class. It is made when it is first looked at. `Ctrl+1`, `Ctrl+2`, … turn
to the tabs that the user sees, in the order of the list; `desk.open("office", key)` turns to one
from elsewhere. "People" and "Keys" are here; "Audit trail" and "Keeping" have their places
after them.
"""

from mi_desktop.ui.office.screen import OfficeScreen

__all__ = ["OfficeScreen"]
