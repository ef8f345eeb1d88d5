// The local store's tables, from the first version to this one.
#pragma once

#include "shared/db/migrations.h"

#include <span>

namespace store {

std::span<const db::Migration> migrations();

}  // namespace store
