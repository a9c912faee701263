DROP TABLE ingestion_objects;
DROP TABLE ingestion_parts;
DROP TABLE ingestion_uploads;
DROP TABLE ingested_recordings;
