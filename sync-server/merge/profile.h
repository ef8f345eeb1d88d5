// What is compared of a person or household: gathered from her own record, her household's, her
// family's and her birth's. Everything that a guard asks is in it too.
#pragma once

#include "shared/base/fields.h"
#include "shared/db/connection.h"
#include "sync-server/store/duplicates/profiles.h"

#include <string>
#include <string_view>
#include <vector>

namespace merge {

using base::Result;

struct Profile {
    server_store::ProfileRow row;
    base::Fields fields;  // by the names below
};

namespace profile {
inline constexpr std::string_view kName = "full_name";
inline constexpr std::string_view kBirth = "birth_date";  // as far as it is known: "1990-05"
inline constexpr std::string_view kSex = "sex";
inline constexpr std::string_view kNik = "nik";
inline constexpr std::string_view kPhone = "phone";
inline constexpr std::string_view kPartner = "partner";  // husband or wife; a grandmother's: mother
inline constexpr std::string_view kMother = "mother";
inline constexpr std::string_view kMotherBirth = "mother_birth";
inline constexpr std::string_view kOrder = "birth_order";  // among several of one birth
inline constexpr std::string_view kKk = "no_kk";
inline constexpr std::string_view kAddress = "address_line";
inline constexpr std::string_view kPlace = "rt_rw";
inline constexpr std::string_view kVillage = "wilayah_code";
inline constexpr std::string_view kUnit = "unit";
inline constexpr std::string_view kWomen = "women";         // of a household
inline constexpr std::string_view kMotherId = "mother_id";  // for guards only, from here on
inline constexpr std::string_view kEvent = "birth_event";
inline constexpr std::string_view kNikIsValid = "nik_valid";
}  // namespace profile

// Of the household and everybody in it, as the records stand; those that are retracted or merged
// away have none. `home`: a household's id, or a person's whose household has not arrived.
Result<std::vector<Profile>> gather(db::Connection& connection, std::string_view home);
// Where a record is at home; "" if it is nobody's.
Result<std::string> home_of(db::Connection& connection, std::string_view record);

Result<Profile> opened(server_store::ProfileRow row);
// Under which it is found by those that may be the same.
std::vector<std::int64_t> keys_of(const Profile& profile);

}  // namespace merge
