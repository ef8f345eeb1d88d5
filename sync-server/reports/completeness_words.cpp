// What is missing, in sentences.
#include "shared/base/text.h"
#include "sync-server/reports/completeness.h"

#include <array>

namespace reports {

namespace {

// Where {0} and so on stand, as base::filled fills them.
struct Texts {
    const char *others, *never, *last, *not_over, *silent, *late, *of, *recall;
    const char *quarantined, *conflicts, *orphans;
};

constexpr Texts kIndonesian = {
    "{0} dan {1} lainnya",
    "belum pernah",
    "terakhir {0}",
    "Bulan ini belum selesai: hari terakhirnya {0}.",
    "{0} posyandu belum mengirim kunjungan apa pun bulan ini: {1}.",
    "{0} laptop belum mengirim sejak hari terakhir bulan ini: {1}.",
    "{0} ({1} dari {2})",
    "{0} dari {1} bayi 0–5 bulan belum ditanya ASI-nya: {2}.",
    "{0} kiriman tertahan dan belum dihitung.",
    "{0} isian berbeda belum diputuskan: yang dihitung isian yang berlaku sekarang.",
    "{0} catatan menunggu catatan lain yang belum diterima, dan belum dihitung."};

constexpr Texts kEnglish = {
    "{0} and {1} others",
    "never yet",
    "last on {0}",
    "This month is not over: its last day is {0}.",
    "Posyandu that have sent no visit at all this month: {0}: {1}.",
    "Laptops that have not sent since the last day of this month: {0}: {1}.",
    "{0} ({1} of {2})",
    "Babies of 0–5 months not asked about breastfeeding: {0} of {1}: {2}.",
    "Changes that wait and are not counted: {0}.",
    "Conflicts not decided: {0}. What stands now is counted.",
    "Records that wait for another one that has not arrived, and are not counted: {0}."};

class Saying {
public:
    Saying(const Completeness& found, const base::Zone& zone, Wording wording)
        : found_(found),
          zone_(zone),
          texts_(wording == Wording::Indonesian ? kIndonesian : kEnglish) {}

    std::vector<std::string> run() {
        if (!found_.is_over) {
            say(texts_.not_over, {base::to_text(base::last_day(found_.month))});
        }
        if (!found_.silent.empty()) silent();
        if (!found_.late.empty()) late();
        if (found_.infants_not_recalled > 0) recall();
        count(texts_.quarantined, found_.quarantined);
        count(texts_.conflicts, found_.conflicts);
        count(texts_.orphans, found_.orphans);
        return std::move(lines_);
    }

private:
    void say(const char* text, const std::vector<std::string>& values) {
        lines_.push_back(base::filled(text, values));
    }

    void count(const char* text, int number) {
        if (number > 0) say(text, {std::to_string(number)});
    }

    // "Melati 1, Melati 2 dan 3 lainnya"
    std::string list_of(const std::vector<std::string>& names) const {
        constexpr std::size_t kNamed = 6;
        if (names.size() <= kNamed) return base::joined(names, ", ");
        return base::filled(texts_.others,
                            {base::joined({names.begin(), names.begin() + kNamed}, ", "),
                             std::to_string(names.size() - kNamed)});
    }

    void silent() {
        std::vector<std::string> names;
        for (const SilentUnit& each : found_.silent) names.push_back(each.name);
        say(texts_.silent, {std::to_string(names.size()), list_of(names)});
    }

    std::string since_words(const LateLaptop& laptop) const {
        if (!laptop.last_seen_at) return texts_.never;
        return base::filled(texts_.last,
                            {base::to_text(base::date_in(*laptop.last_seen_at, zone_))});
    }

    // By device and posyandu: a note that travels names no cadre.
    void late() {
        std::vector<std::string> laptops;
        for (const LateLaptop& each : found_.late) {
            laptops.push_back(base::joined(each.units, " ") + " (" + since_words(each) + ")");
        }
        say(texts_.late, {std::to_string(laptops.size()), list_of(laptops)});
    }

    void recall() {
        std::vector<std::string> places;
        for (const NotRecalled& each : found_.not_recalled) {
            places.push_back(base::filled(
                texts_.of, {each.name, std::to_string(each.infants), std::to_string(each.of)}));
        }
        say(texts_.recall, {std::to_string(found_.infants_not_recalled),
                            std::to_string(found_.infants), list_of(places)});
    }

    const Completeness& found_;
    const base::Zone& zone_;
    const Texts& texts_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> sentences(const Completeness& found, const base::Zone& zone,
                                   Wording wording) {
    return Saying(found, zone, wording).run();
}

}  // namespace reports
