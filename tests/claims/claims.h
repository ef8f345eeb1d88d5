// What no text of ours may say (DOMAIN 10.5): that the massage treats or prevents bleeding, stands
// in for medicine or care, works for everyone; that all is normal; that it is the mother's fault;
// anybody's brand. Also where a sentence denies it: a reader remembers the claim.
#pragma once

#include <string>
#include <vector>

namespace claims {

struct Claim {
    std::string why;   // the rule
    std::string text;  // the text that says it
};
std::vector<Claim> claims_in(const std::vector<std::string>& texts);

}  // namespace claims
