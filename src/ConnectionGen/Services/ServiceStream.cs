using System.Diagnostics;

namespace ConnectionGen;

/// <summary>A service's stream. The gate is entered before the first element and left on disposal.</summary>
internal sealed class ServiceStream<TSelf, TArgs, T>(
    TSelf self, ServiceInfo service, TArgs args, Func<TSelf, TArgs, CancellationToken, IAsyncEnumerable<T>> body, CancellationToken callToken) : IAsyncEnumerable<T>
    where TSelf : Connection
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var ambient = Frame.Current.Value;
        var gate = self.IsConcurrent ? self.Gate : Frame.Choose(self.Gate, ambient);
        var mark = new Frame.Held(gate, ambient, $"an enumeration of {service.Name}");
        if (!self.IsConcurrent)
        {
            Frame.Current.Value = mark; // in the enumerating flow, so that a call on the connection inside the loop is refused instead of waiting for itself
        }

        return new Enumerator(this, gate, ambient, mark, cancellationToken);
    }

    private sealed class Enumerator(ServiceStream<TSelf, TArgs, T> stream, Gate gate, Frame? ambient, Frame.Held mark, CancellationToken enumerationToken) : IAsyncEnumerator<T>
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(stream.CallToken, enumerationToken);
        private IAsyncEnumerator<T>? _elements;
        private Frame? _frame;
        private Activity? _activity;
        private long _start;
        private bool _hasBegun;

        public T Current => _elements is null ? default! : _elements.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            await Blocking.LeaveContext();
            Frame.Current.Value = _frame ?? ambient;
            if (!_hasBegun)
            {
                _hasBegun = true;
                await BeginAsync().ConfigureAwait(false);
            }

            Frame.Current.Value = _frame ?? ambient;
            return _elements is not null && await NextAsync(_elements).ConfigureAwait(false);
        }

        public async ValueTask DisposeAsync()
        {
            await Blocking.LeaveContext();
            Frame.Current.Value = _frame ?? ambient;
            try
            {
                if (_elements is not null)
                {
                    await _elements.DisposeAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                Ended();
                _frame?.Leave();
                _frame = null;
                mark.Leave();
                _stop.Dispose();
            }
        }

        private async ValueTask<bool> NextAsync(IAsyncEnumerator<T> elements)
        {
            try
            {
                return await elements.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                Signals.Failed(stream.Self, stream.Service.Name, error, _activity);
                throw;
            }
        }

        private async Task BeginAsync()
        {
            var self = stream.Self;
            _stop.Token.ThrowIfCancellationRequested();
            if (!self.IsConcurrent)
            {
                _frame = await ServiceCalls.EnterAsync(self, gate, self.Limits.Busy, _stop.Token).ConfigureAwait(false);
            }

            self.ThrowIfClosed(stream.Service);
            _start = self.Time.GetTimestamp();
            _activity = Signals.Start(stream.Service.Name, self);
            Log.Calling(self.Logger, stream.Service.Name, self.Alias, self.DeviceName);
            _elements = stream.Elements(_stop.Token);
        }

        private void Ended()
        {
            if (_elements is null)
            {
                return;
            }

            var (self, elapsed) = (stream.Self, stream.Self.Time.GetElapsedTime(_start));
            Log.Called(self.Logger, stream.Service.Name, self.Alias, self.DeviceName, elapsed.TotalMilliseconds);
            Signals.Ran(self, stream.Service.Name, elapsed);
            _activity?.Dispose();
            _elements = null;
        }
    }

    private TSelf Self => self;

    private ServiceInfo Service => service;

    private CancellationToken CallToken => callToken;

    private IAsyncEnumerator<T> Elements(CancellationToken cancellationToken) => body(self, args, cancellationToken).GetAsyncEnumerator(cancellationToken);
}
