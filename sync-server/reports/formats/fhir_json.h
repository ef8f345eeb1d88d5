// The few shapes of FHIR that every resource is made of.
#pragma once

#include "shared/base/json.h"

#include <string>
#include <string_view>

namespace formats::fhir {

inline constexpr std::string_view kLoinc = "http://loinc.org";
inline constexpr std::string_view kSnomed = "http://snomed.info/sct";
// No public home yet (DOMAIN 6.10 writes the same).
inline constexpr std::string_view kOurs = "http://example.org/pijat/CodeSystem/";

std::string coding(std::string_view system, std::string_view code);
std::string concept_of(std::string_view system, std::string_view code, std::string_view words = "");
std::string reference(std::string_view type, std::string_view id);  // {"reference":"Patient/..."}
std::string quantity(double value, std::string_view unit, std::string_view ucum);
// {"fullUrl":..., "resource":..., "request":{"method":"PUT","url":"Patient/..."}}
std::string entry(std::string_view type, std::string_view id, const std::string& resource);

}  // namespace formats::fhir
