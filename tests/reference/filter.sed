# What doxygen reads of a header: line by line, so that its messages name the right ones.
1,/^#pragma once/ {
    s,^//,///,
    s,^#pragma once,/// @file,
}
s/\[\[gnu::visibility\("(default|hidden)"\)\]\] ?//
/^\/\/ Friends are exported/,/^$/ s/.*//
s/^.*operator(==|<=>)\(.*= default;//
s/^ *(\w+)\((const )?\1&&? ?\w*\)( noexcept)?( = delete)?;//
s/^ *\w+& operator=\(.*//
s/^std::ostream& operator<<.*//
