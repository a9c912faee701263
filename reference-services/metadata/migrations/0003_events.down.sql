DROP TABLE deleted_records;
DROP TABLE waiting_events;
ALTER TABLE segments DROP CONSTRAINT segments_in_order;
ALTER TABLE segments ADD CONSTRAINT segments_tenant_id_transcript_id_position_key UNIQUE (tenant_id, transcript_id, position);
ALTER TABLE segments DROP COLUMN corrected_at;
DROP TABLE transcript_sources;
ALTER TABLE transcripts DROP COLUMN unpublished, DROP COLUMN published_at, DROP COLUMN published_segments;
DROP TABLE recording_aliases;
ALTER TABLE recordings DROP COLUMN stage_at, DROP COLUMN stage_transcript_id;
