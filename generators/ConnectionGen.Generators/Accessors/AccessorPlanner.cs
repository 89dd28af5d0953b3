namespace ConnectionGen.Generators;

/// <summary>From the services of all classes to the methods that devices, handles and pools get.</summary>
internal static class AccessorPlanner
{
    private const string TokenType = "global::System.Threading.CancellationToken";

    public static EquatableArray<AccessorModel> Plan(IEnumerable<ClassServices> classes)
    {
        var ordered = classes.OrderBy(static c => c.Type, StringComparer.Ordinal).ToArray();
        var offers = new Dictionary<string, Offer>(StringComparer.Ordinal);
        foreach (var type in ordered)
        {
            foreach (var service in type.Services)
            {
                var key = service.IntroducedBy + "." + ServiceParser.Key(service);
                if (!offers.TryGetValue(key, out var offer))
                {
                    offers.Add(key, offer = new Offer(service));
                }

                if (type.SupportsPooling)
                {
                    offer.Pools.Add(type.Type);
                }
            }
        }

        var all = offers.OrderBy(static o => o.Key, StringComparer.Ordinal).Select(static o => o.Value).ToArray();
        var synchronous = all.Where(static o => !o.Service.IsAsync).GroupBy(static o => o.Group(o.Service.Name), StringComparer.Ordinal).ToArray();
        var merged = new HashSet<string>(synchronous.Select(static g => g.Key), StringComparer.Ordinal);
        var accessors = new List<AccessorModel>();
        foreach (var group in all.Where(static o => o.Service.IsAsync).GroupBy(static o => o.Group(o.Service.Name), StringComparer.Ordinal))
        {
            foreach (var accessor in Group([.. group], isBlocking: false))
            {
                var twin = TwinName(accessor.Name, accessor.Kind);
                accessors.Add(twin is null ? accessor : accessor with { Twin = new TwinModel(twin, !merged.Contains(group.First().Group(twin))) });
            }
        }

        foreach (var group in synchronous)
        {
            var twins = all.Where(o => TwinName(o.Service.Name, o.Service.Kind) is { } twin && o.Group(twin) == group.Key);
            accessors.AddRange(Group([.. group, .. twins], isBlocking: true));
        }

        return Numbered(WithoutCollisions(accessors)).ToEquatableArray();
    }

    public static string? TwinName(string name, ServiceKind kind) =>
        kind is ServiceKind.Task or ServiceKind.TaskOfResult or ServiceKind.ValueTask or ServiceKind.ValueTaskOfResult
        && name.EndsWith("Async", StringComparison.Ordinal) && name.Length > "Async".Length ? name.Substring(0, name.Length - "Async".Length) : null;

    // a service without Async in its name may return a task, and one with it none: then two accessors would be one method
    private static IEnumerable<AccessorModel> WithoutCollisions(List<AccessorModel> accessors)
    {
        var methods = accessors.GroupBy(static a => Method(a, a.Name), StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        return accessors.Where(a => methods[Method(a, a.Name)] == 1)
            .Select(a => a.Twin is { IsOnDevices: true } twin && methods.ContainsKey(Method(a, twin.Name)) ? a with { Twin = null } : a);
    }

    private static string Method(AccessorModel accessor, string name) => name + "(" + string.Join(",", accessor.Parameters.Select(static p => p.Signature)) + ")";

    private static IEnumerable<AccessorModel> Numbered(IEnumerable<AccessorModel> accessors)
    {
        foreach (var named in accessors.GroupBy(static a => a.Name, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var accessor in named.OrderBy(static a => string.Join(",", a.Parameters.Select(static p => p.Signature)), StringComparer.Ordinal))
            {
                yield return accessor with { Dispatch = $"{accessor.Name}__{number++}" };
            }
        }
    }

    // one accessor for each list of parameters; all of a group have the same required ones
    private static IEnumerable<AccessorModel> Group(Offer[] group, bool isBlocking)
    {
        var lists = group.GroupBy(static o => o.ParameterKey, StringComparer.Ordinal)
            .OrderBy(static l => l.First().Given.Length).ThenBy(static l => l.Key, StringComparer.Ordinal).ToArray();
        var priority = 0;
        if (lists.Length > 1 && Array.Exists(lists[0].First().Given, static p => p.Default is not null)
            && !group.Select(o => o.Result(isBlocking)).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            // none is the short form of all: a call that gives only what is required shall reach each
            yield return Accessor([], group, lists[0].First().Service.WithoutOptional(), priority--, isBlocking);
        }

        foreach (var list in lists)
        {
            // classes that agree on the parameters but not on the result can only be reached by their own type
            if (list.Select(o => o.Result(isBlocking)).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                priority--;
                continue;
            }

            var model = list.FirstOrDefault(static o => o.Service.TokenIndex >= 0) ?? list.First();
            yield return Accessor([.. list], group, model.Service, priority--, isBlocking);
        }
    }

    private static AccessorModel Accessor(Offer[] exact, Offer[] group, ServiceModel source, int priority, bool isBlocking)
    {
        var result = new Offer(source).Result(isBlocking);
        var parameters = Parameters(source, !isBlocking || Array.Exists(exact.Length > 0 ? exact : group, static o => o.Service.IsAsync), out var token);
        var arms = new Dictionary<string, ArmModel>(StringComparer.Ordinal);
        var behind = new List<ServiceModel>();
        foreach (var offer in exact.Concat(group.Except(exact).OrderBy(static o => o.Given.Length)))
        {
            if (offer.Result(isBlocking) == result && !arms.ContainsKey(offer.Service.IntroducedBy)
                && Arguments(parameters, token, offer.Service, exact.Contains(offer)) is { } arguments)
            {
                var service = offer.Service;
                arms.Add(service.IntroducedBy, new ArmModel(service.IntroducedBy, service.Depth, service.Name, service.Kind, exact.Contains(offer), service.DocumentationId, arguments.ToEquatableArray()));
                behind.Add(service);
            }
        }

        var name = isBlocking ? TwinName(source.Name, source.Kind) ?? source.Name : source.Name;
        var isVoid = source.ResultType == "void";
        return new AccessorModel(
            name,
            "",
            priority,
            !isBlocking ? source.Kind : isVoid ? ServiceKind.Void : ServiceKind.Value,
            isBlocking ? source.ResultType : source.ReturnType,
            source.ResultType,
            parameters.ToEquatableArray(),
            token,
            behind.Any(static s => s.NeedsLease),
            source.DocumentationId,
            behind.TrueForAll(static s => s.Obsolete is not null) ? source.Obsolete : null,
            arms.Values.OrderByDescending(static a => a.Depth).ThenBy(static a => a.Type, StringComparer.Ordinal).ToEquatableArray(),
            exact.SelectMany(static o => o.Pools).Distinct(StringComparer.Ordinal).OrderBy(static p => p, StringComparer.Ordinal).ToEquatableArray());
    }

    // every accessor that may wait can be given a token, and never must
    private static List<ParameterModel> Parameters(ServiceModel service, bool wantsToken, out int token)
    {
        List<ParameterModel> parameters = [.. service.Parameters];
        token = service.TokenIndex;
        if (token >= 0)
        {
            if (parameters.Skip(token + 1).All(static p => p.Default is not null || p.IsParams))
            {
                parameters[token] = parameters[token] with { Default = "default" };
            }
        }
        else if (wantsToken && !parameters.Exists(static p => p.IsParams))
        {
            token = parameters.Count;
            parameters.Add(new ParameterModel(CallText.Free("cancellationToken", parameters.Select(static p => p.Name)), TokenType, TokenType, "default", false));
        }

        return parameters;
    }

    // null where the accessor offers a parameter that the service has not
    private static List<ArgumentText>? Arguments(List<ParameterModel> accessor, int token, ServiceModel service, bool isExact)
    {
        var given = new Queue<ParameterModel>(accessor.Where((p, i) => i != token && (isExact || p.Default is null)));
        var optional = isExact ? [] : accessor.Where((p, i) => i != token && p.Default is not null).ToList();
        var arguments = new List<ArgumentText>();
        var mustName = false;
        for (var i = 0; i < service.Parameters.Count; i++)
        {
            var parameter = service.Parameters[i];
            string? value;
            if (i == service.TokenIndex)
            {
                value = token >= 0 ? accessor[token].Name : parameter.Default is null ? "default" : null;
            }
            else if (isExact || parameter.Default is null)
            {
                value = given.Dequeue().Name;
            }
            else
            {
                var found = optional.Find(p => p.Name == parameter.Name && p.Signature == parameter.Signature);
                optional.Remove(found!);
                value = found?.Name;
            }

            if (value is null)
            {
                mustName = true;
            }
            else
            {
                arguments.Add(new ArgumentText(mustName ? parameter.Name : null, value));
            }
        }

        return optional.Count == 0 ? arguments : null;
    }

    /// <summary>A service where it is introduced, and the classes whose pools have it.</summary>
    private sealed class Offer(ServiceModel service)
    {
        public ServiceModel Service => service;

        public SortedSet<string> Pools { get; } = new(StringComparer.Ordinal);

        /// <summary>The parameters but the token.</summary>
        public ParameterModel[] Given { get; } = [.. service.Parameters.Where((_, i) => i != service.TokenIndex)];

        public string ParameterKey => string.Join(",", Given.Select(static p => (p.Default is null ? "" : "?") + p.Signature));

        public string Group(string name) => name + "(" + string.Join(",", Given.Where(static p => p.Default is null).Select(static p => p.Signature)) + ")";

        public string Result(bool isBlocking)
        {
            var signature = service.ReturnSignature;
            return !isBlocking || !service.IsAsync ? signature
                : service.ResultType == "void" ? "void"
                : signature.Substring(signature.IndexOf('<') + 1, signature.LastIndexOf('>') - signature.IndexOf('<') - 1);
        }
    }
}
