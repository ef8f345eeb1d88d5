#include "sync-server/reports/formats/fhir_json.h"

namespace formats::fhir {

namespace json = base::json;

std::string coding(std::string_view system, std::string_view code) {
    return json::Writer().add("system", system).add("code", code).text();
}

std::string concept_of(std::string_view system, std::string_view code, std::string_view words) {
    json::Writer written;
    written.add_token("coding", json::array_of({coding(system, code)}));
    if (!words.empty()) written.add("text", words);
    return written.text();
}

std::string reference(std::string_view type, std::string_view id) {
    return json::Writer().add("reference", std::string(type) + "/" + std::string(id)).text();
}

std::string quantity(double value, std::string_view unit, std::string_view ucum) {
    return json::Writer()
        .add_token("value", json::decimal(value))
        .add("unit", unit)
        .add("system", "http://unitsofmeasure.org")
        .add("code", ucum)
        .text();
}

std::string entry(std::string_view type, std::string_view id, const std::string& resource) {
    const std::string url = std::string(type) + "/" + std::string(id);
    const std::string request = json::Writer().add("method", "PUT").add("url", url).text();
    return json::Writer()
        .add("fullUrl", "http://example.org/pijat/fhir/" + url)
        .add_token("resource", resource)
        .add_token("request", request)
        .text();
}

}  // namespace formats::fhir
