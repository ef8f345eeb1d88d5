// The bytes that both sides of the encoding "k1" hold: `dictionary-1.zdict`, compiled in.
//
// They are part of the protocol: never another byte under the same name (decisions/007). Made by
// tools/dictionary from invented records.
#pragma once

#include <string_view>

namespace protocol {

std::string_view dictionary();

}  // namespace protocol
