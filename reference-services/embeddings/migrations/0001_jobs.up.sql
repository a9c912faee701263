-- The sentences of transcripts, as nlp.postprocessed.v1 brought them: the newest of each.
CREATE TABLE embedding_transcripts (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  language text NOT NULL,
  -- A JSON array, read and written whole.
  sentences text NOT NULL,
  happened_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX embedding_transcripts_by_recording ON embedding_transcripts (tenant_id, recording_id, happened_at, id);

CREATE TABLE embedding_jobs (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  transcript_id text COLLATE "C" NOT NULL,
  model_id text COLLATE "C" NOT NULL,
  -- The same event is the same job, however often it comes.
  event_id text COLLATE "C" UNIQUE,
  -- Who starts its attempts: the bus by delivering the event, or the runner of this service.
  driver text NOT NULL CHECK (driver IN ('bus', 'runner')),
  reuse boolean NOT NULL,
  traceparent text,
  status text NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  attempt integer NOT NULL DEFAULT 0 CHECK (attempt BETWEEN 0 AND 3),
  next_attempt_at timestamptz(3),
  -- A running job whose lease is over belongs to a worker that has died.
  lease_until timestamptz(3),
  counts text,
  problem text,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX embedding_jobs_by_time ON embedding_jobs (tenant_id, created_at, id);
CREATE INDEX embedding_jobs_by_transcript ON embedding_jobs (tenant_id, transcript_id);
CREATE INDEX embedding_jobs_running ON embedding_jobs (tenant_id, recording_id) WHERE status = 'running';
CREATE INDEX embedding_jobs_due ON embedding_jobs (next_attempt_at) WHERE driver = 'runner' AND status = 'queued';

-- What each text was encoded to: the same text never is encoded twice.
CREATE TABLE embedding_vectors (
  tenant_id text COLLATE "C" NOT NULL,
  model_id text COLLATE "C" NOT NULL,
  model_version text COLLATE "C" NOT NULL,
  content_sha256 text COLLATE "C" NOT NULL,
  -- 32-bit floats, the lowest byte first.
  vector bytea NOT NULL,
  PRIMARY KEY (tenant_id, model_id, model_version, content_sha256)
);

-- What the index holds. A row is written before its point, so that no point is ever forgotten there.
CREATE TABLE embedding_points (
  tenant_id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  model_id text COLLATE "C" NOT NULL,
  segment_id text COLLATE "C" NOT NULL,
  -- Of the vector and all that is known of the segment; null until the point is written.
  fingerprint text COLLATE "C",
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, recording_id, model_id, segment_id)
);
