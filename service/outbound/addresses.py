"""Which addresses of the network are public; pure.

What is not certainly public is not. An IPv6 address that stands for an IPv4 one (mapped, NAT64, 6to4, Teredo) is
refused whole: what it leads to is decided by routers that this machine knows nothing of.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Special by IANA's registries, but taken for ordinary by some of the Python versions that we run on.
_SPECIAL_IPV4 = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
# All that is handed out to the public lies in the first; the others are special parts of it: protocols
# (Teredo among them), documentation, 6to4, documentation.
_PUBLIC_IPV6 = IPv6Network("2000::/3")
_SPECIAL_IPV6 = tuple(IPv6Network(each) for each in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))


def is_public(address: str) -> bool:
    """Whether this is the address of one machine that everybody can reach.

    False for private, shared, loopback, link-local, multicast, reserved and translated addresses.
    """
    parsed = ip_address(address)
    return _is_public_ipv4(parsed) if isinstance(parsed, IPv4Address) else _is_public_ipv6(parsed)


def _is_public_ipv4(address: IPv4Address) -> bool:
    is_special = any(address in network for network in _SPECIAL_IPV4)
    return address.is_global and not (address.is_multicast or address.is_reserved or is_special)


def _is_public_ipv6(address: IPv6Address) -> bool:
    is_special = any(address in network for network in _SPECIAL_IPV6)
    return address in _PUBLIC_IPV6 and address.is_global and not is_special
