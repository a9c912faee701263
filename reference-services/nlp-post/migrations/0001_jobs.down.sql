DROP TABLE nlp_post_jobs;
DROP TABLE nlp_post_transcripts;
