#include "tests/client/paper/samples/samples.h"

#include <array>

namespace paper_samples {

namespace {

using base::Date;
using std::chrono::April;
using std::chrono::March;

constexpr Date kToday = Date(std::chrono::year(2026), March, std::chrono::day(5));

constexpr std::array<const char*, 6> kMothers = {"Siti Aminah",  "Nur Hayati",
                                                 "Dewi Lestari", "Sri Wahyuningsih Kusumawati",
                                                 "Maria Goreti", "Ni Luh Putu Ayu"};
constexpr std::array<const char*, 5> kTasks = {"KV3", "KF2", "ASI4", "RETEST", "REFERRAL_FU"};

paper::RouteStop stop(int number) {
    const auto of = [&](const auto& names) {
        return names[static_cast<std::size_t>(number) % names.size()];
    };
    paper::RouteStop stop;
    stop.rw = number % 3 == 0 ? "10" : "2";
    stop.rt = number % 2 == 0 ? "03" : "11";
    stop.head = number % 4 == 0 ? "Bapak Ahmad Fauzi Nasution" : "Bapak Slamet";
    stop.mother = of(kMothers);
    if (number % 5 != 4) stop.babies = {"Bayi " + std::string(of(kMothers))};
    stop.address = "Gang Mawar, rumah cat hijau di belakang musala, seberang warung Bu Tuti";
    stop.tasks = {{of(kTasks), "", base::add_days(kToday, number - 6), number < 6}};
    if (number % 3 == 1) stop.tasks.push_back({"ASI2", "Bayi Fajar", base::add_days(kToday, 3)});
    return stop;
}

}  // namespace

paper::Letterhead head() {
    return {"Puskesmas Sukamaju", "Posyandu Melati 3", kToday};
}

paper::Route route(int stops) {
    paper::Route route{kToday, base::add_days(kToday, 6), "Ibu Ratna Dewi", {}};
    for (int each = 0; each < stops; ++each) route.stops.push_back(stop(each));
    return route;
}

paper::Referral mother_referral() {
    paper::Referral letter;
    letter.cadre = "Ratna Dewi";
    letter.cadre_phone = "0813-1111-2222";
    letter.to = "Bidan Yuliana, Pustu Sukamaju";
    letter.patient = "Sri Wahyuningsih Kusumawati";
    letter.birth_date = Date(std::chrono::year(1998), April, std::chrono::day(2));
    letter.address = "Gang Mawar, rumah cat hijau di belakang musala, seberang warung Bu Tuti";
    letter.rt = "03";
    letter.rw = "02";
    letter.raised_on = kToday;
    letter.raised_at = "14:05";
    letter.reasons = {"MDS12", "MDS01", "MDS06", "MDS15", "MDS16", "MDS18", "MDS22", "MDS11"};
    letter.other_reason = "Ibu tampak sangat lemas sejak pagi";
    letter.done = {"Ibu dibaringkan dan diselimuti", "Bidan ditelepon, sedang menuju Pustu"};
    letter.massage_withheld = true;
    letter.transport = "Ambulans desa";
    letter.companion = "Suami dan ibu mertua";
    letter.told_whom = "Bidan Yuliana";
    letter.told_at = "14:10, telepon";
    return letter;
}

paper::Referral infant_referral() {
    paper::Referral letter = mother_referral();
    letter.urgency = care::Urgency::RedToday;
    letter.patient = "Bayi Sri Wahyuningsih";
    letter.mother = "Sri Wahyuningsih Kusumawati";
    letter.birth_date = Date(std::chrono::year(2026), March, std::chrono::day(1));
    letter.reasons = {"IDS09", "IDS11"};
    letter.other_reason.clear();
    letter.done.clear();
    letter.massage_withheld = false;
    letter.transport.clear();
    letter.companion.clear();
    letter.told_whom.clear();
    return letter;
}

paper::MidwifeCard card() {
    return {"Bidan Yuliana", "Pustu Sukamaju", "081234567890",
            paper::referral_message(mother_referral(), head().unit)};
}

paper::Leaflet leaflet() {
    return {care::shipped_procedure(), "Fajar", card().name, card().phone};
}

}  // namespace paper_samples
