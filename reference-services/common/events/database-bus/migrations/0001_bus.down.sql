DROP TABLE bus_deliveries;
DROP TABLE bus_workers;
DROP TABLE bus_ids;
DROP TABLE bus_messages;
