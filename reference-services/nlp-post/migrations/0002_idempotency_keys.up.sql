-- What was answered to the first request with a key. The row is written in the transaction of the work itself: either
-- both are there or neither is.
CREATE TABLE nlp_post_idempotency_keys (
  tenant_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (char_length(key) BETWEEN 8 AND 128),
  fingerprint text COLLATE "C" NOT NULL,
  -- The answer is kept as the text that was sent, because json would lose the order of its members.
  response text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
CREATE INDEX nlp_post_idempotency_keys_by_expiry ON nlp_post_idempotency_keys (expires_at);
