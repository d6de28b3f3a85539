# the figures of areas: an empty cell is NA, never zero
statistics <- read.csv("pakket/statistics.csv", sep = ";", na.strings = "", encoding = "UTF-8",
    colClasses = c(value = "numeric", lower = "numeric", upper = "numeric", confidence = "numeric"))

# visits by inhabitants with their interval, the highest first
visits <- subset(statistics, indicator == "bezoeken-per-1000-inwoners")
visits <- merge(
    subset(visits, statistic == "value", select = c(area_code, area, period, value, status)),
    subset(visits, statistic == "interval", select = c(area_code, period, lower, upper)))
visits <- visits[order(-visits$value), ]
print(visits, row.names = FALSE)

# totals: visits add up, different persons do not, so these lie between two bounds
totals <- read.csv("totalen.csv", sep = ";", na.strings = "", encoding = "UTF-8")
city <- data.frame(
    bezoeken = sum(totals$bezoeken),
    lower = max(totals$unieke_deelnemers_lower),
    upper = sum(totals$unieke_deelnemers_upper))
print(city, row.names = FALSE)
