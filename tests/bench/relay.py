# SPDX-License-Identifier: GPL-3.0-or-later
"""A network in between: UDP datagrams to an agent on loopback and back, delayed or lost, the same way in each run."""
import heapq
import random
import select
import socket
import threading
import time


class Relay:
    """delay: seconds of each way; loss: share of each way. One manager at a time. passed: what went through since it was
    cleared, when it came from the manager or went to it, and whether it was an answer."""

    def __init__(self, agent_port, delay=0.0, loss=0.0, seed=4711):
        self.delay = delay
        self.loss = loss
        self.random = random.Random(seed)
        self.agent = ("127.0.0.1", agent_port)
        self.front = self._socket()
        self.back = self._socket()
        self.port = self.front.getsockname()[1]
        self.manager = None
        self.queue = []
        self.passed = []
        self.number = 0
        self.stopped = False
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    @staticmethod
    def _socket():
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        made.bind(("127.0.0.1", 0))
        made.setblocking(False)
        return made

    def stop(self):
        self.stopped = True
        self.thread.join()

    def round_trips(self, until):
        """How many questions, each asked when the one before was answered, lie behind what the manager knew then
        (time.monotonic()). Nothing may be lost; answers come in the order of their questions."""
        known, asked = 0, []
        for when, is_answer in list(self.passed):
            if when > until:
                break
            if is_answer:
                known = max(known, asked.pop(0))
            else:
                asked.append(known + 1)
        return known

    def _take(self, source, out):
        while True:
            try:
                data, peer = source.recvfrom(65536)
            except (BlockingIOError, ConnectionRefusedError):
                return
            if source is self.front:
                self.manager = peer
                self.passed.append((time.monotonic(), False))
            if self.random.random() < self.loss:
                continue
            self.number += 1
            heapq.heappush(self.queue, (time.monotonic() + self.delay, self.number, data, out))

    def _run(self):
        while not self.stopped:
            wait = max(0.0, self.queue[0][0] - time.monotonic()) if self.queue else 0.2
            readable, _, _ = select.select([self.front, self.back], [], [], min(wait, 0.2))
            for source in readable:
                self._take(source, self.back if source is self.front else self.front)
            now = time.monotonic()
            while self.queue and self.queue[0][0] <= now:
                _, _, data, out = heapq.heappop(self.queue)
                to = self.agent if out is self.back else self.manager
                if out is self.front:
                    self.passed.append((time.monotonic(), True))
                try:
                    out.sendto(data, to)
                except OSError:
                    pass
