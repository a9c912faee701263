-- Every table carries the tenant, and every foreign key includes it: no row can point at another tenant's data, whatever
-- the code above does. Versions count changes and become entity tags. Times have the milliseconds that JavaScript has, so
-- that a time read back compares equal in a cursor.

CREATE TABLE recordings (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^rec_[0-9A-Z]{26}$'),
  tenant_id text COLLATE "C" NOT NULL,
  title text CHECK (char_length(title) BETWEEN 1 AND 200),
  status text NOT NULL CHECK (status IN ('received', 'transcribing', 'postprocessing', 'indexing', 'ready', 'failed')),
  status_detail text CHECK (char_length(status_detail) BETWEEN 1 AND 500),
  media_type text NOT NULL,
  language text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
  duration_seconds double precision NOT NULL CHECK (duration_seconds >= 0),
  sample_rate_hz integer CHECK (sample_rate_hz > 0),
  channels integer CHECK (channels > 0),
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  labels text[] NOT NULL DEFAULT '{}' CHECK (cardinality(labels) <= 20),
  -- RFC 3339 has four digits for the year, and an offset or a leap second can reach beyond them.
  recorded_at timestamptz(3) CHECK (recorded_at < '10000-01-01T00:00:00Z'),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, sha256)
);
CREATE INDEX recordings_in_time ON recordings (tenant_id, created_at, id);
CREATE INDEX recordings_by_label ON recordings USING gin (labels);

CREATE TABLE speakers (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^spk_[0-9A-Z]{26}$'),
  tenant_id text COLLATE "C" NOT NULL,
  display_name text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 120),
  -- The name in lower case, for finding; and its place in the Vietnamese alphabet, for sorting. Both are computed by the
  -- service, so that they do not depend on the locales that a server was built with.
  name_folded text NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  notes text CHECK (char_length(notes) BETWEEN 1 AND 1000),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (tenant_id, id)
);
CREATE INDEX speakers_by_name ON speakers (tenant_id, name_key, id);

CREATE TABLE transcripts (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^trn_[0-9A-Z]{26}$'),
  tenant_id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'completed', 'reviewed')),
  language text NOT NULL,
  model_id text,
  model_version text,
  confidence double precision CHECK (confidence BETWEEN 0 AND 1),
  segment_count integer NOT NULL DEFAULT 0 CHECK (segment_count BETWEEN 0 AND 100000),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, recording_id) REFERENCES recordings (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX transcripts_of_recording ON transcripts (tenant_id, recording_id, created_at, id);

CREATE TABLE segments (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^seg_[0-9A-Z]{26}$'),
  tenant_id text COLLATE "C" NOT NULL,
  transcript_id text COLLATE "C" NOT NULL,
  recording_id text COLLATE "C" NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 0 AND 99999),
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 4000),
  start_seconds double precision NOT NULL CHECK (start_seconds >= 0),
  end_seconds double precision NOT NULL,
  confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  speaker_id text COLLATE "C",
  words jsonb,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (end_seconds >= start_seconds),
  UNIQUE (tenant_id, transcript_id, position),
  FOREIGN KEY (tenant_id, transcript_id) REFERENCES transcripts (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, speaker_id) REFERENCES speakers (tenant_id, id)
);
CREATE INDEX segments_of_speaker ON segments (tenant_id, speaker_id) WHERE speaker_id IS NOT NULL;
