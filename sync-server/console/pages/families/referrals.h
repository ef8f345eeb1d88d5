// Referrals of which nobody knows what came of them, and who must act.
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes referral_routes();
// Of her posyandu.
Result<std::int64_t> referrals_without_answer(const Visit& visit);

}  // namespace console
