-- Transcripts as transcription.completed.v1 brought them: the newest of each, and what was made of it last.
CREATE TABLE nlp_post_transcripts (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  language text NOT NULL,
  -- A JSON array, read and written whole.
  segments text NOT NULL,
  happened_at timestamptz(3) NOT NULL,
  -- Of the segments, the rules and the options that were announced last; null until then.
  announced_fingerprint text COLLATE "C",
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE nlp_post_jobs (
  id text COLLATE "C" PRIMARY KEY,
  tenant_id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  transcript_id text COLLATE "C" NOT NULL,
  -- The same event is the same job, however often it comes, and happened when the event says.
  event_id text COLLATE "C" UNIQUE,
  happened_at timestamptz(3),
  -- Who starts its attempts: the bus by delivering the event, or the runner of this service.
  driver text NOT NULL CHECK (driver IN ('bus', 'runner')),
  options text NOT NULL,
  reason text,
  traceparent text,
  status text NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  attempt integer NOT NULL DEFAULT 0 CHECK (attempt BETWEEN 0 AND 3),
  next_attempt_at timestamptz(3) NOT NULL,
  sentence_count integer,
  redaction_count integer,
  problem text,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX nlp_post_jobs_by_time ON nlp_post_jobs (tenant_id, created_at, id);
CREATE INDEX nlp_post_jobs_by_transcript ON nlp_post_jobs (tenant_id, transcript_id);
CREATE INDEX nlp_post_jobs_due ON nlp_post_jobs (next_attempt_at) WHERE driver = 'runner' AND status = 'queued';
