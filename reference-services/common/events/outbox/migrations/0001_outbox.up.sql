-- Events that are true once their transaction is committed, and that the relay publishes then. Published rows stay for a
-- while, so that they can be published again. The address and the headers are JSON, kept as text.
CREATE TABLE outbox (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  -- Events of one key are published in the order of their numbers.
  key text COLLATE "C" NOT NULL,
  address text NOT NULL,
  headers text NOT NULL,
  body bytea NOT NULL,
  added_at timestamptz NOT NULL,
  -- Nobody publishes the row before: a relay has it, or it failed and is given time.
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  error text,
  published_at timestamptz
);
CREATE INDEX outbox_pending ON outbox (sequence) WHERE published_at IS NULL;
CREATE INDEX outbox_pending_of_key ON outbox (key, sequence) WHERE published_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;
