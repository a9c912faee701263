DROP TABLE search_idempotency_keys;
