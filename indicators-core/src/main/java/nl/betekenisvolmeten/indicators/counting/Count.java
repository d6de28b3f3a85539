package nl.betekenisvolmeten.indicators.counting;

import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.table.CountTable;

/**
 * What was counted, and under which protocol.
 *
 * @param table the rows of the counting format
 * @param protocol the protocol's id
 * @param version the protocol's version
 * @param reporter the organisation whose records they were
 * @param registrations how many records were counted
 */
public record Count(CountTable table, String protocol, String version, KvkNumber reporter, long registrations) {}
