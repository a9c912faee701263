-- The events that a consumer has handled. The row is written in the transaction of the work, so the two are one.
CREATE TABLE handled_events (
  consumer text COLLATE "C" NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  handled_at timestamptz NOT NULL,
  PRIMARY KEY (consumer, event_id)
);
CREATE INDEX handled_events_by_time ON handled_events (handled_at);
