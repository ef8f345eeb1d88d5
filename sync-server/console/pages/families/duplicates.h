// Two records of one person or household: proposed with reasons, looked at side by side, joined or
// told apart; and joined ones taken back, weeks later too (SYNC 17, DOMAIN 8.7).
#pragma once

#include "sync-server/console/routes.h"

namespace console {

Routes duplicate_routes();
Routes pair_routes();
Routes merge_routes();
Routes late_word_routes();

}  // namespace console
