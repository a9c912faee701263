-- What users thought of hits, without who they were. The segment may be gone from the index by now.
CREATE TABLE search_feedback (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id text COLLATE "C" NOT NULL,
  query text NOT NULL CHECK (char_length(query) BETWEEN 1 AND 1000),
  segment_id text COLLATE "C" NOT NULL CHECK (segment_id ~ '^seg_[0-9A-Z]{26}$'),
  verdict text NOT NULL CHECK (verdict IN ('relevant', 'irrelevant')),
  position integer CHECK (position BETWEEN 0 AND 999),
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX search_feedback_in_time ON search_feedback (tenant_id, created_at);
