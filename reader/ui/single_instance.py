"""One window for each library: a second start hands its wishes to the first and ends."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1_500


def _name(data_folder: Path) -> str:
    return "encre-" + hashlib.blake2b(str(data_folder.resolve()).encode(), digest_size=10).hexdigest()


class SingleInstance(QObject):
    """`asked` carries the wishes of a second start: {"article": id or None, "view": name or None}."""

    asked = Signal(object)

    def __init__(self, data_folder: Path) -> None:
        super().__init__()
        self._name = _name(data_folder)
        self._server = QLocalServer(self)
        # An abstract name dies with its owner; a file would outlive a crash (Linux only, ignored elsewhere).
        self._server.setSocketOptions(QLocalServer.SocketOption.AbstractNamespaceOption)
        self._server.newConnection.connect(self._take)

    def hand_over(self, wishes: dict[str, object]) -> bool:
        """Give `wishes` to the window that is open already; False when there is none."""
        socket = QLocalSocket()
        socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(json.dumps(wishes).encode() + b"\n")
        socket.waitForBytesWritten(_PATIENCE)
        heard = socket.waitForReadyRead(_PATIENCE)
        socket.disconnectFromServer()
        return heard

    def listen(self) -> None:
        """Be the one window from now on."""
        self._server.listen(self._name)

    def close(self) -> None:
        """Leave the name to others."""
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda caller=socket: self._hear(caller))
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            return
        try:
            wishes = json.loads(bytes(caller.readLine().data()))
        except ValueError:
            return
        caller.write(b"ok\n")
        caller.flush()
        if isinstance(wishes, dict):
            self.asked.emit(wishes)
