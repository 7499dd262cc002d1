"""One window for each library: a second start hands its wishes to the first and ends."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

Wishes = dict[str, object]
_PATIENCE = 1_500


def _name(data_folder: Path) -> str:
    return "encre-" + hashlib.blake2b(str(data_folder.resolve()).encode(), digest_size=10).hexdigest()


class SingleInstance(QObject):
    """The wishes of a second start are {"article": id or None, "view": name or None}."""

    def __init__(self, data_folder: Path) -> None:
        super().__init__()
        self._name = _name(data_folder)
        self._server = QLocalServer(self)
        # An abstract name dies with its owner; a file would outlive a crash (Linux only, ignored elsewhere).
        self._server.setSocketOptions(QLocalServer.SocketOption.AbstractNamespaceOption)
        self._server.newConnection.connect(self._take)
        self._attendant: Callable[[Wishes], None] | None = None
        self._unheard: list[Wishes] = []

    def claim(self, wishes: Wishes) -> bool:
        """Be the one window from now on; False when there is one already, which has taken `wishes`.

        Asked first and listened afterwards: two that start together must not both find nobody.
        """
        if self.hand_over(wishes):
            return False
        if self.listen():
            return True
        return not self.hand_over(wishes)

    def attend(self, attendant: Callable[[Wishes], None]) -> None:
        """The window is there: hand it the wishes that came meanwhile, and those to come."""
        self._attendant = attendant
        for wishes in self._unheard:
            attendant(wishes)
        self._unheard.clear()

    def hand_over(self, wishes: Wishes) -> bool:
        """Give `wishes` to the window that is open already; False when there is none."""
        socket = QLocalSocket()
        socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(json.dumps(wishes).encode() + b"\n")
        socket.waitForBytesWritten(_PATIENCE)
        # One that is still starting answers late; what was written waits for it.
        socket.waitForReadyRead(_PATIENCE)
        socket.disconnectFromServer()
        return True

    def listen(self) -> bool:
        """Take the name; False when another has it."""
        return self._server.listen(self._name)

    def close(self) -> None:
        """Leave the name to others."""
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda caller=socket: self._hear(caller))
            socket.disconnected.connect(socket.deleteLater)
            self._hear(socket)

    def _hear(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            return
        try:
            wishes = json.loads(bytes(caller.readLine().data()))
        except ValueError:
            return
        caller.write(b"ok\n")
        caller.flush()
        if not isinstance(wishes, dict):
            return
        if self._attendant is None:
            self._unheard.append(wishes)
        else:
            self._attendant(wishes)
