DROP TABLE segments;
DROP TABLE transcripts;
DROP TABLE speakers;
DROP TABLE recordings;
