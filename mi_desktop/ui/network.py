"""Is there a network? As far as the operating system can tell."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation


class Network(QObject):
    """Watches the network.

    Attributes:
        online: True, False, or None where the system does not tell.
    """

    online = Signal(object)

    def look(self) -> None:
        """Says how it is now, and from now on whenever it changes."""
        reachability = QNetworkInformation.Feature.Reachability
        if not QNetworkInformation.loadBackendByFeatures(reachability):
            self.online.emit(None)
            return
        information = QNetworkInformation.instance()
        information.reachabilityChanged.connect(self._changed)
        self._changed(information.reachability())

    def _changed(self, now: QNetworkInformation.Reachability) -> None:
        kinds = QNetworkInformation.Reachability
        if now is kinds.Unknown:
            self.online.emit(None)
        else:
            self.online.emit(now in {kinds.Site, kinds.Online})
