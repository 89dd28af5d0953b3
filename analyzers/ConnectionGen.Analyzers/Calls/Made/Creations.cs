using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>Everything that a compilation does to make connections.</summary>
internal sealed class Creations
{
    private readonly Lazy<Index> _index;
    private readonly CreationReader _reader;
    private readonly ConcurrentDictionary<string, MadeByDevice> _named = new(StringComparer.Ordinal);
    private MadeByDevice? _others;

    private Creations(Compilation compilation, TestbedTypes types, CreationReader reader, CancellationToken cancellationToken)
    {
        _reader = reader;
        _index = new(() => new Index(compilation.SyntaxTrees.Where(IsWritten).SelectMany(tree => CreationSyntax.In(tree, cancellationToken)), types.Items), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Null where connections may also be made by code that cannot be seen: in a library, or through one that is given devices.</summary>
    public static Creations? Of(Compilation compilation, TestbedTypes types, MarkedMethods methods, LibraryTypes library, CancellationToken cancellationToken) =>
        Outsiders.MayConnect(compilation, types, cancellationToken) ? null : new Creations(compilation, types, new CreationReader(types, methods, library), cancellationToken);

    /// <summary>Whether any call names this alias.</summary>
    public bool Names(string alias) => _index.Value.Receivers.ContainsKey(alias);

    /// <summary>Whether a connection of this alias may be made on one of these devices.</summary>
    /// <param name="devices">The devices.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="receiver">How the code that uses it calls the device; a call that makes it is most often on the same.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public bool MayMake(ImmutableArray<KnownDevice> devices, string alias, string receiver, CancellationToken cancellationToken) =>
        (receiver.Length > 0 && _index.Value.Receivers.TryGetValue(alias, out var receivers) && receivers.Contains(receiver))
        || devices.Any(device => On(device, alias, cancellationToken).Any(made => made.MayBe(device, alias)));

    /// <summary>What may stand behind an alias of a device; a null alias is the default one.</summary>
    public IEnumerable<MadeConnection> Behind(KnownDevice device, string? alias, CancellationToken cancellationToken) =>
        On(device, alias ?? MadeClasses.DefaultAlias(device), cancellationToken).Distinct().Where(made => made.MayBe(device, alias));

    /// <summary>The aliases that calls make on these devices.</summary>
    public IEnumerable<string> AliasesOf(ImmutableArray<KnownDevice> devices, CancellationToken cancellationToken) =>
        _index.Value.Aliases.Where(alias => devices.Any(device => Named(alias, cancellationToken).On(device).Any(made => made.MayBe(device, alias)))).OrderBy(alias => alias, StringComparer.Ordinal);

    // What is made on a device under an alias, and what is made there under one that is not written.
    private IEnumerable<MadeConnection> On(KnownDevice device, string alias, CancellationToken cancellationToken) =>
        Named(alias, cancellationToken).On(device).Concat((_others ??= ByDevice(_index.Value.Others, cancellationToken)).On(device));

    private MadeByDevice Named(string alias, CancellationToken cancellationToken) =>
        _named.GetOrAdd(alias, name => ByDevice(_index.Value.Named(name), cancellationToken));

    private MadeByDevice ByDevice(IEnumerable<Creation> creations, CancellationToken cancellationToken) =>
        new(creations.Select(creation => _reader.Read(creation, cancellationToken)).OfType<MadeConnection>());

    private static bool IsWritten(SyntaxTree tree) => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    private sealed class Index
    {
        private readonly Dictionary<string, List<Creation>> _byAlias = new(StringComparer.Ordinal);

        public Index(IEnumerable<Creation> creations, TestbedItems items)
        {
            All = [.. creations];
            var devices = new HashSet<string>(
                items.All.SelectMany(item => MemberNames.Distinct(item.Document.Devices.Select(device => device.Name), taken: [], "Device").Values), StringComparer.Ordinal);
            foreach (var creation in All)
            {
                if (creation is { MayBePath: true, Alias.Text: not null } && !devices.Contains(LastName(creation.Receiver)))
                {
                    Others.Add(creation);
                }

                if (creation.Alias.Text is not { } alias)
                {
                    Others.Add(creation);
                    continue;
                }

                if (!_byAlias.TryGetValue(alias, out var named))
                {
                    _byAlias.Add(alias, named = []);
                    Receivers.Add(alias, new HashSet<string>(StringComparer.Ordinal));
                }

                named.Add(creation);
                Receivers[alias].Add(creation.Receiver);
            }
        }

        private static string LastName(string receiver) => receiver.Substring(receiver.LastIndexOf('.') + 1);

        public ImmutableArray<Creation> All { get; }

        /// <summary>How the devices are called on which an alias is made.</summary>
        public Dictionary<string, HashSet<string>> Receivers { get; } = new(StringComparer.Ordinal);

        /// <summary>The calls whose alias is not written in them; it may be that of a handle that they are made on.</summary>
        public List<Creation> Others { get; } = [];

        public IEnumerable<string> Aliases => _byAlias.Keys;

        public IEnumerable<Creation> Named(string alias) => _byAlias.TryGetValue(alias, out var named) ? named : Enumerable.Empty<Creation>();
    }
}
