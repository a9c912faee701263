-- What the service learns by events of the pipeline, and what it tells by its own. Events come more than once and in any order.

-- When the event happened that set the status, and of which transcript it told: an older one does not take it back.
ALTER TABLE recordings ADD COLUMN stage_at timestamptz(3), ADD COLUMN stage_transcript_id text COLLATE "C";

-- Content that a client recorded and that was uploaded too: the pipeline knows it by another id.
CREATE TABLE recording_aliases (
  tenant_id text COLLATE "C" NOT NULL,
  alias text COLLATE "C" NOT NULL CHECK (alias ~ '^rec_[0-9A-Z]{26}$'),
  recording_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, alias),
  FOREIGN KEY (tenant_id, recording_id) REFERENCES recordings (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX aliases_of_recording ON recording_aliases (tenant_id, recording_id);

-- `unpublished`: something has changed since the transcript was published, or it never was. `published_segments` is how many
-- segments it was published with, until the pipeline has answered.
ALTER TABLE transcripts
  ADD COLUMN unpublished boolean NOT NULL DEFAULT true,
  ADD COLUMN published_at timestamptz(3),
  ADD COLUMN published_segments integer;

-- What the pipeline said of a transcript. Its segments are made of both, whichever came first. It is read and written whole, so
-- it is json, which is stored as it comes.
CREATE TABLE transcript_sources (
  tenant_id text COLLATE "C" NOT NULL,
  transcript_id text COLLATE "C" NOT NULL,
  -- The segments as recognised, without their text: times, confidence, words, speakers.
  recognised json,
  recognised_at timestamptz(3),
  -- The sentences that became of them.
  processed json,
  processed_at timestamptz(3),
  PRIMARY KEY (tenant_id, transcript_id),
  FOREIGN KEY (tenant_id, transcript_id) REFERENCES transcripts (tenant_id, id) ON DELETE CASCADE
);

-- When a person changed the segment: what the pipeline has not seen, it does not overwrite.
ALTER TABLE segments ADD COLUMN corrected_at timestamptz(3);
-- Deferrable constraints are checked after a statement and not after each of its rows, so that segments can change places.
ALTER TABLE segments DROP CONSTRAINT segments_tenant_id_transcript_id_position_key;
ALTER TABLE segments ADD CONSTRAINT segments_in_order UNIQUE (tenant_id, transcript_id, position) DEFERRABLE;

-- Events that came before their recording.
CREATE TABLE waiting_events (
  event_id text COLLATE "C" PRIMARY KEY,
  tenant_id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  event jsonb NOT NULL,
  happened_at timestamptz(3) NOT NULL,
  waits_since timestamptz(3) NOT NULL,
  -- Why it could not be applied when its recording came.
  error text
);
CREATE INDEX waiting_events_of_recording ON waiting_events (tenant_id, recording_id);

-- Recordings and transcripts that people deleted: an event that is still on its way must not bring them back.
CREATE TABLE deleted_records (
  tenant_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  deleted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX deleted_records_by_time ON deleted_records (deleted_at);
