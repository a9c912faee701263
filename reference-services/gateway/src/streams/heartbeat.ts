import type { WebSocket } from 'ws';

/** Asks a peer for signs of life; one that gives none is cut off. The function that comes back ends it. */
export function heartbeat(socket: WebSocket, everyMs: number): () => void {
  let isAlive = true;
  const answered = (): void => {
    isAlive = true;
  };
  socket.on('pong', answered);
  const timer = setInterval(() => {
    // Of a socket that is held up, the answers are not read either.
    if (!isAlive && !socket.isPaused) return socket.terminate();
    isAlive = false;
    return socket.ping();
  }, everyMs);
  return () => {
    clearInterval(timer);
    socket.off('pong', answered);
  };
}
