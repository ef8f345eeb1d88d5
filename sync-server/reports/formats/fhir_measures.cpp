#include "sync-server/reports/formats/fhir_measures.h"

#include "shared/base/characters.h"
#include "shared/base/json.h"
#include "shared/base/markup.h"
#include "shared/base/text.h"
#include "shared/indicators/tally.h"
#include "shared/sheets/formats/html_file.h"

#include <algorithm>

namespace formats {

namespace json = base::json;
using indicators::Count;
using sheets::Place;

namespace {

// Our own codes have no public home yet (DOMAIN 6.10 writes the same).
constexpr std::string_view kMeasure = "http://example.org/pijat/Measure/";
constexpr std::string_view kPopulation = "http://terminology.hl7.org/CodeSystem/measure-population";

std::string coding(std::string_view system, std::string_view code) {
    json::Writer concept_;
    json::Writer one;
    one.add("system", system).add("code", code);
    concept_.add_token("coding", json::array_of({one.text()}));
    return concept_.text();
}

std::string text_concept(std::string_view words) {
    return json::Writer().add("text", words).text();
}

std::string population(std::string_view code, int count, const std::string& id) {
    json::Writer one;
    one.add("id", id).add_token("code", coding(kPopulation, code)).add("count", count);
    return one.text();
}

// Ids of FHIR hold letters, digits, hyphens and points, at most 64 of them.
std::string fhir_id(const std::string& words) {
    std::string id;
    for (const char letter : words) {
        const bool is_plain = base::is_letter(letter) || base::is_digit(letter) || letter == '.';
        id += is_plain ? letter : '-';
    }
    return id.substr(0, 64);
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        if (letter == '_') return '-';
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

class Reporting {
public:
    Reporting(const Measures& measures, const std::string& code, const Place& place)
        : measures_(measures), code_(code), place_(place) {}

    std::string report() const {
        json::Writer written;
        const sheets::Period& period = measures_.counts.period();
        written.add("resourceType", "MeasureReport");
        written.add("id", fhir_id(code_ + "." + to_text(period) + "." + place_.id));
        if (!measures_.missing.empty()) written.add_token("text", narrative());
        written.add("status", "complete");
        written.add("type", "summary");
        written.add("measure", std::string(kMeasure) + lower(code_));
        written.add("date", measures_.made_at);
        written.add_token("reporter", json::Writer().add("display", place_.name).text());
        written.add_token("period", period_json(period));
        written.add_token("group", json::array_of({group()}));
        return written.text();
    }

private:
    std::string narrative() const {
        std::string words;
        for (const std::string& each : measures_.missing)
            words += "<p>" + base::escaped(each) + "</p>";
        return json::Writer()
            .add("status", "additional")
            .add("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Belum lengkap:</p>" +
                            words + "</div>")
            .text();
    }

    static std::string period_json(const sheets::Period& period) {
        const auto months = sheets::months_of(period);
        return json::Writer()
            .add("start", base::to_text(base::first_day(months.front())))
            .add("end", base::to_text(base::last_day(months.back())))
            .text();
    }

    std::string populations(const Count& count, char sex) const {
        const auto id = [&](bool is_denominator) {
            return to_text(measures_.counts.id_of(
                place_,
                {code_, is_denominator ? sheets::Share::Whole : sheets::Share::Counted, sex}));
        };
        return json::array_of({population("denominator", count.denominator, id(true)),
                               population("numerator", count.numerator, id(false))});
    }

    static std::string score(const Count& count) {
        const auto share = indicators::percent(count);
        if (!share) return "";
        return json::Writer()
            .add_token("value", json::decimal(*share))
            .add("unit", "%")
            .add("system", "http://unitsofmeasure.org")
            .add("code", "%")
            .text();
    }

    std::string stratum(char sex) const {
        const Count count = measures_.counts.of(place_, {code_, sheets::Share::Counted, sex});
        json::Writer written;
        written.add_token("value", text_concept(std::string(1, sex)));
        written.add_token("population", populations(count, sex));
        // Without anybody to divide by there is no score: absent, not 0 %.
        const std::string share = score(count);
        if (!share.empty()) written.add_token("measureScore", share);
        return written.text();
    }

    std::string group() const {
        const Count count = measures_.counts.of(place_, {code_});
        json::Writer written;
        written.add_token("code", text_concept(sheets::definition_of(code_).name));
        written.add_token("population", populations(count, 0));
        const std::string share = score(count);
        if (!share.empty()) written.add_token("measureScore", share);
        json::Writer by_sex;
        by_sex.add_token("code", json::array_of({text_concept("sex")}));
        by_sex.add_token("stratum", json::array_of({stratum('L'), stratum('P')}));
        written.add_token("stratifier", json::array_of({by_sex.text()}));
        return written.text();
    }

    const Measures& measures_;
    const std::string& code_;
    const Place& place_;
};

}  // namespace

std::string fhir_measures(const Measures& measures) {
    std::vector<std::string> entries;
    std::vector<const Place*> places = {&measures.centre.whole};
    for (const Place& each : measures.centre.villages) {
        if (each.id != measures.centre.whole.id) places.push_back(&each);
    }
    for (const Place* place : places) {
        for (const std::string& code : measures.codes) {
            const std::string report = Reporting(measures, code, *place).report();
            entries.push_back(json::Writer().add_token("resource", report).text());
        }
    }
    json::Writer bundle;
    bundle.add("resourceType", "Bundle");
    bundle.add("type", "collection");
    bundle.add("timestamp", measures.made_at);
    bundle.add_token("entry", "[\n" + base::joined(entries, ",\n") + "\n]");
    return bundle.text() + "\n";
}

}  // namespace formats
