DROP TABLE nlp_post_idempotency_keys;
