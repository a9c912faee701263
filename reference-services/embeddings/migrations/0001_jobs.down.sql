DROP TABLE embedding_points;
DROP TABLE embedding_vectors;
DROP TABLE embedding_jobs;
DROP TABLE embedding_transcripts;
