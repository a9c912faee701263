-- Names begin with the service's own, so that several services can share a database. Every table that holds a tenant's data
-- carries the tenant. Times have the milliseconds that JavaScript has.

CREATE TABLE ingested_recordings (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^rec_[0-9A-Z]{26}$'),
  tenant_id text COLLATE "C" NOT NULL,
  -- The same bytes twice are one recording.
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text COLLATE "C" NOT NULL,
  upload_id text COLLATE "C" NOT NULL,
  ingested_at timestamptz(3) NOT NULL,
  UNIQUE (tenant_id, sha256)
);

CREATE TABLE ingestion_uploads (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^upl_[0-9A-Z]{26}$'),
  tenant_id text COLLATE "C" NOT NULL,
  resumable boolean NOT NULL,
  status text NOT NULL CHECK (status IN ('receiving', 'verifying', 'stored', 'rejected', 'cancelled', 'expired')),
  recording_id text COLLATE "C" REFERENCES ingested_recordings (id),
  duplicate boolean,
  file_name text CHECK (char_length(file_name) BETWEEN 1 AND 255),
  media_type text,
  size_bytes bigint CHECK (size_bytes >= 0),
  received_bytes bigint NOT NULL CHECK (received_bytes BETWEEN 0 AND size_bytes),
  duration_seconds double precision CHECK (duration_seconds >= 0),
  sha256 text COLLATE "C" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  metadata jsonb NOT NULL,
  problem jsonb,
  expires_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((recording_id IS NOT NULL) = (status = 'stored'))
);
CREATE INDEX ingestion_uploads_in_time ON ingestion_uploads (tenant_id, created_at, id);
CREATE INDEX ingestion_uploads_unfinished ON ingestion_uploads (status, updated_at);

-- What a resumable upload has received so far; each part is an object.
CREATE TABLE ingestion_parts (
  upload_id text COLLATE "C" NOT NULL REFERENCES ingestion_uploads (id) ON DELETE CASCADE,
  starts_at bigint NOT NULL CHECK (starts_at >= 0),
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  key text COLLATE "C" NOT NULL,
  PRIMARY KEY (upload_id, starts_at)
);

-- Every object that was ever begun. A row is there before its object and goes after it, so no crash leaves an object that
-- nobody knows of. Without a time in delete_after the object is needed.
CREATE TABLE ingestion_objects (
  key text COLLATE "C" PRIMARY KEY,
  delete_after timestamptz(3)
);
CREATE INDEX ingestion_objects_to_delete ON ingestion_objects (delete_after) WHERE delete_after IS NOT NULL;
