// Who is being served: of those that show a bearer token, one request at a time, so that a device
// that floods us waits behind itself and not before the others. Used by the io thread only.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace http {

class Turns {
public:
    // Held from the head of a request until its answer is written.
    class Turn {
    public:
        Turn() = default;
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn();
        void set_working(bool is_working) { is_working_ = is_working; }

    private:
        friend class Turns;
        Turns* turns_ = nullptr;
        std::string bearer_;
        std::function<void()> cut_;
        bool is_working_ = false;
    };

    // False: an earlier request of this bearer is being worked on. One that is still arriving, or
    // being answered, is cut instead: its line is dead, and its device has begun anew. Without a
    // bearer always true.
    bool take(Turn& turn, std::string_view bearer, std::function<void()> cut);

private:
    std::map<std::string, Turn*, std::less<>> taken_;
};

}  // namespace http
