// The referrals of all families, the mothers whom a midwife asks about, and the midwife's number.
#pragma once

#include "client/screens/ports/common.h"
#include "shared/care/danger_signs.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct ReferralRow {
    std::string id, family, family_name;
    std::string person, person_name;  // no name: the person is not on this laptop
    bool is_infant = false;
    std::string rt, rw, unit;
    Instant raised_at;
    care::Urgency urgency = care::Urgency::Yellow;
    std::vector<std::string> reasons;  // codes
    std::optional<Instant> told_at;    // the midwife
    std::string outcome;               // code; empty: nobody has said yet
    std::string feedback;
    std::optional<Instant> closed_at;

    // A family that refused still waits for somebody to call there (DOMAIN 5.3).
    bool is_open() const { return outcome.empty() || (outcome == "REFUSED" && !closed_at); }
};

// A mother of the units, as the midwife looks for her.
struct MotherRow {
    std::string id, family, name, rt, rw, unit;
    std::optional<Date> last_birth;
    std::optional<Date> expected;    // of a pregnancy that goes on
    bool is_pregnant = false;        // perhaps without an expected day
    bool has_open_referral = false;  // hers or her baby's
    bool has_danger_sign = false;    // told at her last check, within seven days
};

// Whom the cadre calls.
struct Midwife {
    std::string name, place, phone;
    bool is_known() const { return !phone.empty(); }
};

class Referrals {
public:
    virtual ~Referrals() = default;
    virtual const std::vector<ReferralRow>& all() = 0;  // newest first
    virtual const std::vector<MotherRow>& mothers() = 0;
    // Changes whenever one of these lists may have.
    virtual std::int64_t referrals_version() = 0;

    // Has this laptop's user seen this outcome of the referral?
    virtual bool is_seen(const std::string& referral, const std::string& outcome) = 0;
    virtual base::Status mark_seen(const std::string& referral, const std::string& outcome) = 0;

    virtual Midwife midwife() = 0;
    virtual base::Status keep_midwife(const Midwife& midwife) = 0;
};

}  // namespace screens
