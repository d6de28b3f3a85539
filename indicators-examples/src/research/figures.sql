-- the figures of areas: an empty cell is NULL, never zero
CREATE TABLE statistics AS
SELECT * FROM read_csv('pakket/statistics.csv', delim = ';', header = true,
    types = {'value': 'DOUBLE', 'lower': 'DOUBLE', 'upper': 'DOUBLE', 'confidence': 'DOUBLE', 'category': 'VARCHAR'});

-- visits by inhabitants with their interval, the highest first, for other programs
CREATE TABLE visits AS
SELECT area, period, figure.value, chance.lower, chance.upper, figure.status
FROM statistics figure
JOIN statistics chance USING (area_code, area, indicator, period)
WHERE indicator = 'bezoeken-per-1000-inwoners' AND figure.statistic = 'value' AND chance.statistic = 'interval'
ORDER BY figure.value DESC;
COPY visits TO 'bezoeken.parquet' (FORMAT parquet);

-- totals: visits add up, different persons do not, so these lie between two bounds; sum() skips NULL, a bound may not
CREATE TABLE city AS
SELECT sum(bezoeken) AS bezoeken,
    max(unieke_deelnemers_lower) AS lower,
    CASE WHEN count(unieke_deelnemers_upper) = count(*) THEN sum(unieke_deelnemers_upper) END AS upper
FROM read_json('totalen.json');
