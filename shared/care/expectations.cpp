#include "shared/care/expectations.h"

#include <algorithm>
#include <array>

namespace care {

namespace {

constexpr std::array<Involution, 6> kInvolution = {{
    {0, 0, "ABOVE_UMB", "BELOW_UMB", "setinggi pusat (12 jam: kira-kira 1 cm di atasnya)",
     "at the umbilicus (12 h: about 1 cm above it)", "RUBRA", "RUBRA", "merah", "red"},
    {1, 2, "AT_UMB", "BELOW_UMB", "turun 1–2 cm setiap 24 jam", "falls 1-2 cm per 24 h", "RUBRA",
     "RUBRA", "merah", "red"},
    {3, 5, "BELOW_UMB", "MID", "antara pusat dan pertengahan", "between umbilicus and midway",
     "RUBRA", "SEROSA", "merah, lalu merah kecokelatan atau merah muda",
     "red, then brownish or pink"},
    {6, 7, "MID", "MID", "pertengahan pusat dan tulang kemaluan", "midway umbilicus-symphysis",
     "SEROSA", "SEROSA", "merah muda atau kuning", "pink or yellow"},
    {8, 14, "MID", "PELVIC",
     "hari ke-9–10 tidak teraba lagi di atas tulang kemaluan; minggu ke-2 tidak teraba",
     "day 9-10 no longer palpable above the symphysis; by 2 weeks not palpable", "SEROSA", "ALBA",
     "merah muda atau kuning, lalu putih", "pink or yellow, then white"},
    {15, 42, "PELVIC", "PELVIC", "tidak teraba; hampir seperti semula pada minggu ke-6",
     "not palpable; near normal at 6 weeks", "ALBA", "NONE", "putih, atau sudah tidak keluar",
     "white, or none any more"},
}};

// In the order in which they follow each other.
constexpr auto kFundus =
    std::to_array<std::string_view>({"ABOVE_UMB", "AT_UMB", "BELOW_UMB", "MID", "PELVIC"});
constexpr auto kLochia =
    std::to_array<std::string_view>({"RUBRA", "SANGUINOLENTA", "SEROSA", "ALBA", "NONE"});
constexpr std::string_view kPus = "PURULENT";  // never expected

constexpr auto kInstruments = std::to_array<Instrument>({
    {"NRS_ANX", 0, 10, true, TakenBy::Cadre},
    {"NRS_CONF", 0, 10, false, TakenBy::Cadre},
    {"NRS_RELAX", 0, 10, false, TakenBy::Cadre},
    {"NRS_PAIN", 0, 10, true, TakenBy::Cadre},
    {"WHO5", 0, 25, false, TakenBy::Trained},
    {"GAD2", 0, 6, true, TakenBy::Trained},
    {"PHQ2", 0, 6, true, TakenBy::Trained},
    {"BSES_SF", 14, 70, false, TakenBy::Trained},
    {"EPDS", 0, 30, true, TakenBy::Midwife},
    {"LATCH", 0, 10, false, TakenBy::Midwife},
    {"IBFAT", 0, 12, false, TakenBy::Midwife},
});

template <std::size_t N>
int place_of(const std::array<std::string_view, N>& order, std::string_view code) {
    const auto found = std::find(order.begin(), order.end(), code);
    return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

Fit fit_of(int first, int last, int found) {
    if (found < 0) return Fit::Unknown;
    if (found >= first && found <= last) return Fit::Expected;
    const int apart = found < first ? first - found : found - last;
    return apart == 1 ? Fit::Near : Fit::Apart;
}

}  // namespace

std::optional<int> least_wet_nappies(int age_days) {
    if (age_days < 1) return std::nullopt;
    return std::min(age_days, kWetNappiesEnough);
}

std::span<const Involution> involution_table() {
    return kInvolution;
}

const Involution* involution_on(int day) {
    for (const Involution& each : kInvolution) {
        if (day >= each.day_from && day <= each.day_to) return &each;
    }
    return nullptr;
}

Fit fundus_fit(int day, std::string_view fundal_height) {
    const Involution* expected = involution_on(day);
    if (expected == nullptr) return Fit::Unknown;
    return fit_of(place_of(kFundus, expected->fundus_first),
                  place_of(kFundus, expected->fundus_last), place_of(kFundus, fundal_height));
}

Fit lochia_fit(int day, std::string_view lochia_type) {
    if (lochia_type == kPus) return Fit::Apart;
    const Involution* expected = involution_on(day);
    if (expected == nullptr) return Fit::Unknown;
    return fit_of(place_of(kLochia, expected->lochia_first),
                  place_of(kLochia, expected->lochia_last), place_of(kLochia, lochia_type));
}

bool is_red_again(std::span<const std::string_view> earlier, std::string_view now) {
    const int pale = place_of(kLochia, "SEROSA");
    return now == kLochia.front() &&
           std::any_of(earlier.begin(), earlier.end(),
                       [&](std::string_view code) { return place_of(kLochia, code) >= pale; });
}

std::span<const Instrument> instruments() {
    return kInstruments;
}

const Instrument* find_instrument(std::string_view code) {
    const auto found = std::find_if(kInstruments.begin(), kInstruments.end(),
                                    [&](const Instrument& each) { return each.code == code; });
    return found == kInstruments.end() ? nullptr : &*found;
}

bool may_take(const Instrument& instrument, std::string_view role) {
    return instrument.taken_by != TakenBy::Midwife || role == "BIDAN";
}

}  // namespace care
