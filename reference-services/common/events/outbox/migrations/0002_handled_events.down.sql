DROP TABLE handled_events;
