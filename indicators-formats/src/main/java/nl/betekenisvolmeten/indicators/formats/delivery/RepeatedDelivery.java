package nl.betekenisvolmeten.indicators.formats.delivery;

import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * Two files about the same organisation and period. That is right when an organisation delivers in parts, and counts double
 * when one file corrects the other; only people can tell.
 *
 * @param first the file that came first
 * @param second the next one; files after it are not told
 * @param organisation the organisation, as rows write it
 * @param period the period, as rows write it
 */
public record RepeatedDelivery(DeliverySource first, DeliverySource second, String organisation, String period) {}
