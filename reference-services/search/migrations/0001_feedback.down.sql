DROP TABLE search_feedback;
