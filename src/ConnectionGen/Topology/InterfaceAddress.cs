using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>An address of an interface with the length of its prefix, such as <c>10.0.0.1/24</c>.</summary>
public sealed record InterfaceAddress
{
    /// <summary>Makes one.</summary>
    /// <param name="address">The address.</param>
    /// <param name="prefixLength">The length of its prefix: to 32 for IPv4, to 128 for IPv6; null where none is said.</param>
    /// <exception cref="ArgumentOutOfRangeException">The prefix is longer than the address.</exception>
    public InterfaceAddress(IPAddress address, int? prefixLength = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (prefixLength is { } length)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length, nameof(prefixLength));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, BitsOf(address), nameof(prefixLength));
        }

        Address = address;
        PrefixLength = prefixLength;
    }

    /// <summary>The address.</summary>
    public IPAddress Address { get; }

    /// <summary>The bits of the network's part; null where the file gives no mask.</summary>
    public int? PrefixLength { get; }

    /// <summary>The network that the address is in; null where the file gives no mask.</summary>
    /// <example><code>bool local = port.IPv4Address?.Network?.Contains(gateway) ?? false;</code></example>
    public IPNetwork? Network => PrefixLength is { } length ? new IPNetwork(Masked(Address, length), length) : null;

    /// <summary>The mask as an address, such as 255.255.255.0; null where the file gives none.</summary>
    public IPAddress? Mask => PrefixLength is { } length ? Masked(new IPAddress([.. Enumerable.Repeat(byte.MaxValue, BitsOf(Address) / 8)]), length) : null;

    /// <summary>Reads <c>10.0.0.1</c>, <c>10.0.0.1/24</c>, <c>10.0.0.1/255.255.255.0</c>, <c>10.0.0.1/0.0.0.255</c> or the like for IPv6.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out InterfaceAddress? address)
    {
        address = text is not null && ValueText.ToInterfaceAddress(text.Trim()) is var (ip, length) ? new InterfaceAddress(ip, length) : null;
        return address is not null;
    }

    /// <summary>As testbed files write it: <c>10.0.0.1/24</c>, or without a mask <c>10.0.0.1</c>.</summary>
    public override string ToString() => PrefixLength is { } length ? string.Create(CultureInfo.InvariantCulture, $"{Address}/{length}") : Address.ToString();

    private static int BitsOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    private static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var bits = Math.Clamp(length - (8 * i), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - bits));
        }

        return new IPAddress(bytes);
    }
}
