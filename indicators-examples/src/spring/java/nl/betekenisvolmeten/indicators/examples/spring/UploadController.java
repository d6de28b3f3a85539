package nl.betekenisvolmeten.indicators.examples.spring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.Delivery;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.output.IndicatorsModule;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.formats.source.ReadLimits;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accepts a delivery as the body of a request. A valid delivery gives its totals, an invalid one a problem (RFC 9457)
 * with the findings in the language of the request. Spring converts with Jackson 3; the library's module is for Jackson
 * 2, so the answer is written here.
 */
@RestController
class UploadController {

    // snippet: embedding
    static final ReadLimits LIMITS =
            ReadLimits.withDefaults().withBytes(4 << 20).withRows(100_000);
    private static final FindingCode TOO_LARGE = FindingCode.of("TF-S08");
    // immutable: one for all requests
    private final Indicators indicators = Indicators.bundled().withReader(reader -> reader.withLimits(LIMITS));

    @PostMapping("/deliveries")
    ResponseEntity<String> upload(@RequestParam String name, Locale locale, InputStream body) throws IOException {
        DeliverySource source = DeliverySource.of(name, body, LIMITS); // nothing is held of what is too large
        Delivery delivery = indicators.read(source);
        Findings findings = delivery.findings();
        Language language = locale.getLanguage().equals("en") ? Language.EN : Language.NL;
        if (!findings.hasErrors()) {
            return answer(HttpStatus.OK, Map.of("totals", delivery.totals("stadsdeel")), language);
        }
        HttpStatus status =
                findings.count(TOO_LARGE) > 0 ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", language == Language.EN ? "The delivery has errors" : "De levering heeft fouten");
        problem.put("status", status.value());
        problem.put("findings", findings.kept());
        return answer(status, problem, language);
    }

    private static ResponseEntity<String> answer(HttpStatus status, Object body, Language language)
            throws JsonProcessingException {
        JsonMapper json = JsonMapper.builder()
                .addModule(IndicatorsModule.forInternalUse("upload", language, Audience.FILLER))
                .build();
        MediaType type = status.isError() ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON;
        return ResponseEntity.status(status).contentType(type).body(json.writeValueAsString(body));
    }
    // end
}
