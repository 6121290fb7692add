//! Serves a built site on the loopback address, with the headers that a public server must send.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

use crate::headers;

/// Serves the folder until the process is stopped, and prints the address; `ancestors` may show the
/// page below `embed/` in a frame.
///
/// # Errors
/// There is no built site, the port is taken, or `ancestors` are no origins.
pub(crate) fn serve(dist: &Path, port: u16, ancestors: &str) -> Result<()> {
    headers::check_ancestors(ancestors)?;
    let listener = listen(port)?;
    check_built(dist)?;
    println!("{}", address(&listener)?);
    serve_on(listener, dist, ancestors)
}

/// Serves the folder from a thread of its own, on a free port, and gives the address.
///
/// The thread ends with the process.
///
/// # Errors
/// There is no built site, or no free port.
pub(crate) fn serve_in_background(dist: &Path, ancestors: &'static str) -> Result<String> {
    let listener = listen(0)?;
    check_built(dist)?;
    let url = address(&listener)?;
    let dist = dist.to_owned();
    std::thread::spawn(move || {
        if let Err(err) = serve_on(listener, &dist, ancestors) {
            eprintln!("error: the server of the tests stopped: {err:#}");
        }
    });
    Ok(url)
}

fn check_built(dist: &Path) -> Result<()> {
    if !dist.join("index.html").is_file() {
        bail!("`{}` holds no built site: run `cargo xtask build web` first", dist.display());
    }
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} is taken: stop what runs there, or choose another with `--port`")
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

fn serve_on(listener: TcpListener, dist: &Path, ancestors: &str) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, site(dist, ancestors)).await?;
        Ok(())
    })
}

/// Files with their compressed twins, a page for what is missing, headers on everything.
fn site(dist: &Path, ancestors: &str) -> Router {
    let missing = ServeFile::new(dist.join("404.html"));
    let files = ServeDir::new(dist).precompressed_br().not_found_service(missing);
    Router::new()
        .fallback_service(files)
        .layer(from_fn_with_state(Arc::from(ancestors), add_headers))
}

async fn add_headers(State(ancestors): State<Arc<str>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (cache, security) =
        (headers::cache_control(path), headers::security_headers(path, &ancestors));
    let mut response = next.run(request).await;
    // A missing file must be asked for again, even under a name that looks permanent.
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    let cache = if is_error { headers::ASKED_AGAIN } else { cache };
    let fields = response.headers_mut();
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    for (name, value) in security {
        if let Ok(value) = HeaderValue::from_str(&value) {
            fields.insert(HeaderName::from_static(name), value);
        }
    }
    response
}

#[cfg(test)]
mod tests;
